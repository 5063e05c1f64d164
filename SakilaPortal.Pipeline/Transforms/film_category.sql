-- Every film with its categories: one row per film and category, and one for a film without any.
SELECT
    CAST(f.film_id AS bigint) AS film_id,
    f.title,
    f.description,
    CAST(f.release_year AS bigint) AS release_year,
    CAST(f.language_id AS bigint) AS language_id,
    CAST(f.original_language_id AS bigint) AS original_language_id,
    CAST(f.length AS bigint) AS length,
    f.rating,
    f.special_features,
    CAST(c.category_id AS bigint) AS category_id,
    c.name AS category_name
FROM cleanzonedb.film f
LEFT JOIN cleanzonedb.film_category fc ON fc.film_id = f.film_id
LEFT JOIN cleanzonedb.category c ON c.category_id = fc.category_id
