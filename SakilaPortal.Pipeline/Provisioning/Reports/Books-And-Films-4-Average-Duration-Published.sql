/* How many minutes a streaming session lasts on average. As published: times are cut to whole seconds, each session's minutes are rounded to two decimals, and so is their mean.
   chart: table
   tags: books and films, published */
WITH session AS (
    SELECT round(date_diff('second', date_trunc('second', start_at_utc), date_trunc('second', end_at_utc)) / 60e0, 2) AS minutes
    FROM cleanzonedb.streams
)
SELECT CAST(CAST(avg(minutes) AS decimal(28,10)) AS decimal(18,2)) AS average_minutes
FROM session
