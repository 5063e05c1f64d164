SELECT CAST(b.film_id AS int) AS film_id, CAST(b.category_id AS int) AS category_id
FROM workzonedb.bridge_film_category_source b
