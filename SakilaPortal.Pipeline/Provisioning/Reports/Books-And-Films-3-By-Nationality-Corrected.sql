/* Films streamed in a month that are based on a book by an author of a nationality. Corrected: a film is based on a book that a review links it to.
   A session counts that starts or ends in the month, by the clock as written in the file, or by that of a time zone such as America/Sao_Paulo.
   parameter month: date = 2021-12-01
   parameter nationality: text = singaporeans
   parameter time_zone: text = as written
   chart: table
   tags: books and films, corrected */
WITH session AS (
    SELECT lower(trim(movie_title)) AS title,
        if(:time_zone = 'as written', start_at_local, CAST(at_timezone(with_timezone(start_at_utc, 'UTC'), if(:time_zone = 'as written', 'UTC', :time_zone)) AS timestamp)) AS started,
        if(:time_zone = 'as written', end_at_local, CAST(at_timezone(with_timezone(end_at_utc, 'UTC'), if(:time_zone = 'as written', 'UTC', :time_zone)) AS timestamp)) AS ended
    FROM cleanzonedb.streams
),
calendar AS (
    SELECT date_trunc('month', CAST(:month AS timestamp)) AS began, date_add('month', 1, date_trunc('month', CAST(:month AS timestamp))) AS closed
),
linked AS (
    SELECT lower(trim(m.title)) AS title, lower(trim(rb.title)) AS book
    FROM cleanzonedb.reviews r
    CROSS JOIN UNNEST(r.movies) AS m (id, title)
    CROSS JOIN UNNEST(r.books) AS rb (id, title, pages)
)
SELECT count(DISTINCT s.title) AS films,
    array_join(array_sort(array_agg(DISTINCT s.title)), ', ') AS titles
FROM session s
CROSS JOIN calendar c
JOIN linked l ON l.title = s.title
JOIN cleanzonedb.books b ON lower(trim(b.name)) = l.book
JOIN cleanzonedb.authors a ON lower(trim(a.name)) = lower(trim(b.author))
CROSS JOIN UNNEST(a.nationalities) AS n (id, label, slug)
WHERE (s.started >= c.began AND s.started < c.closed OR s.ended >= c.began AND s.ended < c.closed)
    AND lower(trim(n.label)) = lower(trim(:nationality))
