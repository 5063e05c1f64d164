-- What an increment is about: how many payments came, changed or went (touched); how many rentals and copies that were there are other than
-- they were (changed); of how many payments the rental is not among the new ones (elsewhere); and the numbers of the files of rental and
-- inventory that hold what the payments need.
WITH
    came AS (
        SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_added
        EXCEPT
        SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_removed
    ),
    gone AS (
        SELECT payment_id FROM workzonedb.fact_payment_removed
        EXCEPT
        SELECT payment_id FROM workzonedb.fact_payment_added
    ),
    changed_rentals AS (
        SELECT rental_id, rental_date, inventory_id FROM workzonedb.fact_rental_removed
        EXCEPT
        SELECT rental_id, rental_date, inventory_id FROM workzonedb.fact_rental_added
    ),
    changed_copies AS (
        SELECT inventory_id, film_id, store_id FROM workzonedb.fact_inventory_removed
        EXCEPT
        SELECT inventory_id, film_id, store_id FROM workzonedb.fact_inventory_added
    ),
    wanted AS (SELECT DISTINCT rental_id FROM came WHERE rental_id IS NOT NULL),
    rented AS (
        SELECT a.inventory_id
        FROM workzonedb.fact_rental_added a
        JOIN wanted w ON w.rental_id = a.rental_id
    )
SELECT 'touched' AS what, count(*) AS number FROM came
UNION ALL
SELECT 'touched', count(*) FROM gone
UNION ALL
SELECT 'changed', count(*) FROM changed_rentals
UNION ALL
SELECT 'changed', count(*) FROM changed_copies
UNION ALL
SELECT 'elsewhere', (SELECT count(*) FROM wanted) - (SELECT count(*) FROM rented)
UNION ALL
SELECT DISTINCT 'rental', f.number
FROM (VALUES :rental_files) AS f (number, first_key, last_key)
JOIN wanted w ON w.rental_id BETWEEN f.first_key AND f.last_key
UNION ALL
SELECT DISTINCT 'inventory', f.number
FROM (VALUES :inventory_files) AS f (number, first_key, last_key)
JOIN rented r ON r.inventory_id BETWEEN f.first_key AND f.last_key
