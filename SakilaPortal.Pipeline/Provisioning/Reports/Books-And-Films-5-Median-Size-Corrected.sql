/* How large a streaming session is in the middle. Corrected: in gibibytes, 1,024 of the file's megabytes each.
   chart: table
   tags: books and films, corrected */
WITH session AS (
    SELECT size_mb, row_number() OVER (ORDER BY size_mb) AS place, count(*) OVER () AS sessions
    FROM cleanzonedb.streams
    WHERE size_mb IS NOT NULL
)
SELECT CAST(CAST(avg(size_mb) / 1024e0 AS decimal(28,10)) AS decimal(18,2)) AS median_gib
FROM session
WHERE place IN ((sessions + 1) / 2, (sessions + 2) / 2)
