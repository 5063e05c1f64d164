/* Whom a broken file of a film affected. As published: sessions of the film that start or end in the hours given, both ends included.
   Hours are by the clock of the time zone.
   parameter film: text = unforgiven
   parameter day: date = 2021-12-25
   parameter from_hour: number = 7
   parameter to_hour: number = 12
   parameter time_zone: text = America/Sao_Paulo
   chart: table
   tags: books and films, published */
WITH session AS (
    SELECT CAST(at_timezone(with_timezone(start_at_utc, 'UTC'), :time_zone) AS timestamp) AS started,
        CAST(at_timezone(with_timezone(end_at_utc, 'UTC'), :time_zone) AS timestamp) AS ended
    FROM cleanzonedb.streams
    WHERE lower(movie_title) = lower(:film)
),
outage AS (
    SELECT date_add('minute', CAST(60 * :from_hour AS bigint), CAST(:day AS timestamp)) AS began,
        date_add('minute', CAST(60 * :to_hour AS bigint), CAST(:day AS timestamp)) AS closed
)
SELECT count(*) AS affected_sessions
FROM session s
CROSS JOIN outage o
WHERE s.started BETWEEN o.began AND o.closed OR s.ended BETWEEN o.began AND o.closed
