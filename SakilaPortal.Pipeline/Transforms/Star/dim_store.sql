-- A store a row, with where it is and who manages it.
SELECT
    CAST(s.store_id AS int) AS store_id,
    t.city || ', ' || n.country AS store_name,
    m.first_name || ' ' || m.last_name AS manager,
    a.address,
    a.district,
    t.city,
    n.country,
    a.postal_code,
    a.phone
FROM workzonedb.dim_store_source s
LEFT JOIN cleanzonedb.staff m ON m.staff_id = s.manager_staff_id
LEFT JOIN cleanzonedb.address a ON a.address_id = s.address_id
LEFT JOIN cleanzonedb.city t ON t.city_id = a.city_id
LEFT JOIN cleanzonedb.country n ON n.country_id = t.country_id
UNION ALL
SELECT -1, 'Unknown', NULL, NULL, NULL, NULL, NULL, NULL, NULL
