-- New events with the film that each concerns. Events of unknown films stay, with empty film columns.
-- A film of several categories counts for its lowest one, so that an event stays one row.
SELECT
    e."timestamp",
    e.eventtype,
    e.film_id AS film_id_streaming,
    e.distributor,
    e.platform,
    e.state,
    e.partition_0,
    e.partition_1,
    f.film_id,
    f.title,
    f.description,
    f.release_year,
    f.language_id,
    f.original_language_id,
    f.length,
    f.rating,
    f.special_features,
    f.category_id,
    f.category_name,
    e.event_id
FROM workzonedb.streaming_events e
LEFT JOIN (
    SELECT *, row_number() OVER (PARTITION BY film_id ORDER BY category_id) AS place
    FROM curatedzonedb.film_category
) f ON f.film_id = e.film_id AND f.place = 1
