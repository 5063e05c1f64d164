-- The payments whose row of fact_sales may differ, found in the files by which the clean tables differ from what it was last made of.
SELECT CAST(payment_id AS bigint) AS payment_id
FROM (
    SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_added
    EXCEPT
    SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_removed
) AS came
UNION
SELECT CAST(payment_id AS bigint)
FROM (SELECT payment_id FROM workzonedb.fact_payment_removed EXCEPT SELECT payment_id FROM workzonedb.fact_payment_added) AS gone
UNION
-- Of rentals that are other than they were. New ones concern only payments that came before them, see below.
SELECT payment_id
FROM curatedzonedb.fact_sales
WHERE rental_id IN (
    SELECT rental_id
    FROM (
        SELECT rental_id, rental_date, inventory_id FROM workzonedb.fact_rental_removed
        EXCEPT
        SELECT rental_id, rental_date, inventory_id FROM workzonedb.fact_rental_added
    ) AS changed
)
UNION
-- Of copies that are other than they were.
SELECT payment_id
FROM curatedzonedb.fact_sales
WHERE rental_id IN (
    SELECT rental_id
    FROM cleanzonedb.rental
    WHERE inventory_id IN (
        SELECT inventory_id
        FROM (
            SELECT inventory_id, film_id, store_id FROM workzonedb.fact_inventory_removed
            EXCEPT
            SELECT inventory_id, film_id, store_id FROM workzonedb.fact_inventory_added
        ) AS changed
    )
)
UNION
-- Those whose rental or copy was not there yet: none, as a rule, and the files' own statistics say so.
SELECT payment_id
FROM curatedzonedb.fact_sales
WHERE film_id = -1 AND rental_id <> -1
