-- Payments to look at again although they are as they were. Of rentals that are other than they were:
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
-- of copies that are other than they were;
SELECT payment_id
FROM curatedzonedb.fact_sales
WHERE rental_id IN (
    SELECT rental_id
    FROM workzonedb.fact_rental
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
-- and those whose rental or copy had not come yet.
SELECT payment_id
FROM curatedzonedb.fact_sales
WHERE film_id = -1 AND rental_id <> -1
