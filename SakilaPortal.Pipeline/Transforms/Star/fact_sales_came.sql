-- Payments that came, changed or went, found in the files by which the clean table differs from what fact_sales was last made of.
SELECT CAST(payment_id AS bigint) AS payment_id
FROM (
    SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_added
    EXCEPT
    SELECT payment_id, rental_id, customer_id, staff_id, amount, payment_date FROM workzonedb.fact_payment_removed
) AS came
UNION
SELECT CAST(payment_id AS bigint)
FROM (SELECT payment_id FROM workzonedb.fact_payment_removed EXCEPT SELECT payment_id FROM workzonedb.fact_payment_added) AS gone
