-- The films of which an event shows something else now than by the version of film_category that it was joined to.
WITH present AS (
    SELECT *
    FROM (SELECT *, row_number() OVER (PARTITION BY film_id ORDER BY category_id) AS place FROM curatedzonedb.film_category) AS p
    WHERE place = 1
), earlier AS (
    SELECT *
    FROM (SELECT *, row_number() OVER (PARTITION BY film_id ORDER BY category_id) AS place FROM workzonedb.film_category_before) AS p
    WHERE place = 1
)
SELECT DISTINCT film_id
FROM (
    SELECT * FROM (SELECT * FROM present EXCEPT SELECT * FROM earlier) AS added
    UNION ALL
    SELECT * FROM (SELECT * FROM earlier EXCEPT SELECT * FROM present) AS removed
) AS changes
