SELECT state,
    count(state) count
FROM streaming_films
GROUP BY state
ORDER BY count desc
