/* Films streamed in a month that are based on a book by an author of a nationality. As published: a film is based on the book whose name it bears.
   A session counts that starts or ends in the month, by the clock of the time zone.
   parameter month: date = 2021-12-01
   parameter nationality: text = singaporeans
   parameter time_zone: text = America/Sao_Paulo
   chart: table
   tags: books and films, published */
WITH session AS (
    SELECT lower(movie_title) AS title,
        CAST(at_timezone(with_timezone(start_at_utc, 'UTC'), :time_zone) AS timestamp) AS started,
        CAST(at_timezone(with_timezone(end_at_utc, 'UTC'), :time_zone) AS timestamp) AS ended
    FROM cleanzonedb.streams
),
calendar AS (
    SELECT date_trunc('month', CAST(:month AS timestamp)) AS began, date_add('month', 1, date_trunc('month', CAST(:month AS timestamp))) AS closed
)
SELECT count(DISTINCT s.title) AS films,
    array_join(array_sort(array_agg(DISTINCT s.title)), ', ') AS titles
FROM session s
CROSS JOIN calendar c
JOIN cleanzonedb.books b ON lower(b.name) = s.title
JOIN cleanzonedb.authors a ON lower(a.name) = lower(b.author)
CROSS JOIN UNNEST(a.nationalities) AS n (id, label, slug)
WHERE (s.started >= c.began AND s.started < c.closed OR s.ended >= c.began AND s.ended < c.closed)
    AND lower(n.label) = lower(:nationality)
