SELECT CAST(c.category_id AS int) AS category_id, c.name
FROM workzonedb.dim_category_source c
