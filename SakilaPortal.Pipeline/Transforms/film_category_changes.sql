-- How many rows set what was just made apart from what is published.
SELECT count(*)
FROM (
    SELECT * FROM (SELECT * FROM workzonedb.film_category EXCEPT SELECT * FROM curatedzonedb.film_category) AS added
    UNION ALL
    SELECT * FROM (SELECT * FROM curatedzonedb.film_category EXCEPT SELECT * FROM workzonedb.film_category) AS removed
) AS changes
