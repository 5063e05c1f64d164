-- How many rows set what was just made apart from what is published.
SELECT count(*)
FROM (
    SELECT * FROM (SELECT * FROM workzonedb.film_category EXCEPT SELECT * FROM workzonedb.film_category_published) AS added
    UNION ALL
    SELECT * FROM (SELECT * FROM workzonedb.film_category_published EXCEPT SELECT * FROM workzonedb.film_category) AS removed
) AS changes
