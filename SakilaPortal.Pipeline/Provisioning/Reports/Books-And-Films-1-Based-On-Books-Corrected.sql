/* How many films are based on books, in per cent. Corrected: films streamed that a review links to a book, of all films streamed.
   chart: table
   tags: books and films, corrected */
WITH streamed AS (
    SELECT DISTINCT lower(trim(movie_title)) AS title FROM cleanzonedb.streams WHERE trim(movie_title) <> ''
),
reviewed_with_a_book AS (
    SELECT DISTINCT lower(trim(m.title)) AS title
    FROM cleanzonedb.reviews r
    CROSS JOIN UNNEST(r.movies) AS m (id, title)
    WHERE cardinality(r.books) > 0
)
SELECT CAST(CAST(100e0 * count(b.title) / nullif(count(*), 0) AS decimal(28,10)) AS decimal(18,2)) AS percent_of_films
FROM streamed s
LEFT JOIN reviewed_with_a_book b ON b.title = s.title
