SELECT
    CAST(a.actor_id AS int) AS actor_id,
    a.first_name,
    a.last_name,
    a.first_name || ' ' || a.last_name AS full_name
FROM workzonedb.dim_actor_source a
