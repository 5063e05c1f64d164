/* How many people watched at least half of a film in the last days before the latest end of a session. As published: the film's minutes divided by those watched are more than a half.
   parameter days: number = 7
   chart: table
   tags: books and films, published */
WITH latest AS (
    SELECT max(end_at_utc) AS moment FROM cleanzonedb.streams
),
session AS (
    SELECT s.user_email AS email, lower(s.movie_title) AS title, date_diff('millisecond', s.start_at_utc, s.end_at_utc) / 60000e0 AS minutes
    FROM cleanzonedb.streams s
    CROSS JOIN latest l
    WHERE s.start_at_utc BETWEEN date_add('hour', CAST(-24 * :days AS bigint), l.moment) AND l.moment
)
SELECT count(DISTINCT s.email) AS users
FROM session s
JOIN cleanzonedb.movies m ON lower(m.title) = s.title
WHERE m.duration_mins / nullif(s.minutes, 0e0) > 0.5e0
