/* Films of the catalogue that no partner has streamed, not even as a trailer.
   chart: table
   tags: streaming, catalogue */
SELECT f.film_id,
    f.title,
    min(f.category_name) AS category_name,
    f.rating,
    f.length
FROM film_category f
WHERE NOT EXISTS (SELECT 1 FROM streaming_films s WHERE s.film_id = f.film_id)
GROUP BY f.film_id, f.title, f.rating, f.length
ORDER BY f.title
