/* How many films are based on books, in per cent. As published: films of the catalogue that bear the name of a book, of all films of the catalogue.
   chart: table
   tags: books and films, published */
WITH book AS (
    SELECT DISTINCT lower(name) AS title FROM cleanzonedb.books
)
SELECT CAST(CAST(100e0 * count(b.title) / nullif(count(*), 0) AS decimal(28,10)) AS decimal(18,2)) AS percent_of_films
FROM cleanzonedb.movies m
LEFT JOIN book b ON b.title = lower(m.title)
