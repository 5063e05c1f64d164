-- One row a payment, for the payments in touched. The store is that of the copy rented, not the one where money was taken.
-- What is not known (yet) has the key -1. A payment that is no longer there is a row to delete.
-- The work tables are the clean ones, or those files of them that hold what is wanted.
SELECT
    CASE WHEN p.payment_id IS NULL THEN 'D' ELSE 'U' END AS op,
    t.payment_id,
    coalesce(CAST(p.rental_id AS int), -1) AS rental_id,
    CAST(p.customer_id AS int) AS customer_id,
    coalesce(CAST(i.film_id AS int), -1) AS film_id,
    coalesce(CAST(i.store_id AS int), -1) AS store_id,
    CAST(p.staff_id AS int) AS staff_id,
    coalesce(CAST(year(r.rental_date) * 10000 + month(r.rental_date) * 100 + day(r.rental_date) AS int), -1) AS date_key,
    coalesce(CAST(year(p.payment_date) * 10000 + month(p.payment_date) * 100 + day(p.payment_date) AS int), -1) AS payment_date_key,
    CAST(p.amount AS decimal(5,2)) AS amount
FROM touched t
LEFT JOIN workzonedb.fact_payment p ON p.payment_id = t.payment_id
LEFT JOIN workzonedb.fact_rental r ON r.rental_id = p.rental_id
LEFT JOIN workzonedb.fact_inventory i ON i.inventory_id = r.inventory_id
