-- A film a row. A film of several categories counts here for its lowest one; all of them are in bridge_film_category.
SELECT
    CAST(f.film_id AS int) AS film_id,
    f.title,
    f.description,
    CAST(f.release_year AS int) AS release_year,
    trim(l.name) AS language,
    trim(o.name) AS original_language,
    CAST(f.length AS int) AS length,
    f.rating,
    f.special_features,
    CAST(f.rental_duration AS int) AS rental_duration,
    CAST(f.rental_rate AS decimal(4,2)) AS rental_rate,
    CAST(f.replacement_cost AS decimal(5,2)) AS replacement_cost,
    CAST(c.category_id AS int) AS category_id,
    c.category_name
FROM workzonedb.dim_film_source f
LEFT JOIN cleanzonedb.language l ON l.language_id = f.language_id
LEFT JOIN cleanzonedb.language o ON o.language_id = f.original_language_id
LEFT JOIN (
    SELECT film_id, category_id, category_name, row_number() OVER (PARTITION BY film_id ORDER BY category_id) AS place
    FROM curatedzonedb.film_category
) c ON c.film_id = f.film_id AND c.place = 1
UNION ALL
SELECT -1, 'Unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
