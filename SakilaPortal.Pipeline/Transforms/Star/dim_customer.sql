-- A customer a row, with where they live. store_id is the customer's home store, which a sale need not be of.
SELECT
    CAST(c.customer_id AS int) AS customer_id,
    c.first_name,
    c.last_name,
    c.first_name || ' ' || c.last_name AS full_name,
    c.email,
    CAST(c.store_id AS int) AS store_id,
    c.active <> 0 AS active,
    a.address,
    a.district,
    t.city,
    n.country,
    a.postal_code,
    a.phone,
    CAST(c.create_date AS date) AS create_date
FROM workzonedb.dim_customer_source c
LEFT JOIN cleanzonedb.address a ON a.address_id = c.address_id
LEFT JOIN cleanzonedb.city t ON t.city_id = a.city_id
LEFT JOIN cleanzonedb.country n ON n.country_id = t.country_id
UNION ALL
SELECT -1, 'Unknown', 'Unknown', 'Unknown', NULL, -1, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL
