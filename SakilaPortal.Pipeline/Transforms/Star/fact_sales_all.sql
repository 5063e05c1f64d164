SELECT CAST(payment_id AS bigint) AS payment_id
FROM workzonedb.fact_payment
