/* How many minutes a streaming session lasts on average. Corrected: nothing is cut or rounded.
   chart: table
   tags: books and films, corrected */
SELECT avg(date_diff('millisecond', start_at_utc, end_at_utc) / 60000e0) AS average_minutes
FROM cleanzonedb.streams
