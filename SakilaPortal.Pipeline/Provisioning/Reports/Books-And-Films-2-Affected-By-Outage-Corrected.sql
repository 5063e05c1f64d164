/* Whom a broken file of a film affected. Corrected: people with a session of the film that was under way at any time of the hours given, both ends included.
   Hours are by the clock as written in the file, or by that of a time zone such as America/Sao_Paulo.
   parameter film: text = unforgiven
   parameter day: date = 2021-12-25
   parameter from_hour: number = 7
   parameter to_hour: number = 12
   parameter time_zone: text = as written
   chart: table
   tags: books and films, corrected */
WITH session AS (
    SELECT lower(trim(user_email)) AS email,
        if(:time_zone = 'as written', start_at_local, CAST(at_timezone(with_timezone(start_at_utc, 'UTC'), if(:time_zone = 'as written', 'UTC', :time_zone)) AS timestamp)) AS started,
        if(:time_zone = 'as written', end_at_local, CAST(at_timezone(with_timezone(end_at_utc, 'UTC'), if(:time_zone = 'as written', 'UTC', :time_zone)) AS timestamp)) AS ended
    FROM cleanzonedb.streams
    WHERE lower(trim(movie_title)) = lower(trim(:film))
),
outage AS (
    SELECT date_add('minute', CAST(60 * :from_hour AS bigint), CAST(:day AS timestamp)) AS began,
        date_add('minute', CAST(60 * :to_hour AS bigint), CAST(:day AS timestamp)) AS closed
)
SELECT count(DISTINCT s.email) AS affected_users
FROM session s
CROSS JOIN outage o
WHERE s.started <= o.closed AND s.ended >= o.began
