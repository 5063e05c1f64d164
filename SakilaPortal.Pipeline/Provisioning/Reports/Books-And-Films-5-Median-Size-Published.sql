/* How large a streaming session is in the middle. As published: in gigabytes, taken as thousands of the file's megabytes.
   chart: table
   tags: books and films, published */
WITH session AS (
    SELECT size_mb, row_number() OVER (ORDER BY size_mb) AS place, count(*) OVER () AS sessions
    FROM cleanzonedb.streams
    WHERE size_mb IS NOT NULL
)
SELECT CAST(CAST(avg(size_mb) / 1000e0 AS decimal(28,10)) AS decimal(18,2)) AS median_gb
FROM session
WHERE place IN ((sessions + 1) / 2, (sessions + 2) / 2)
