-- Who plays in what: a film has many actors, so a sum over this bridge counts a sale once for each.
SELECT CAST(b.film_id AS int) AS film_id, CAST(b.actor_id AS int) AS actor_id
FROM workzonedb.bridge_film_actor_source b
