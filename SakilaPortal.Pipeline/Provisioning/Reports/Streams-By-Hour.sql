/* At which hour of the day films are streamed, by the clock of the place that the event came from.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: line
   tags: streaming */
SELECT CAST(substr("timestamp", 12, 2) AS integer) AS hour,
    count(*) AS streams,
    count_if(eventtype = 'rent') AS rents,
    count_if(eventtype = 'buy') AS purchases,
    count_if(eventtype = 'trailer') AS trailers
FROM streaming_films
WHERE CAST(substr("timestamp", 1, 10) AS date) BETWEEN :period_from AND :period_to
GROUP BY CAST(substr("timestamp", 12, 2) AS integer)
ORDER BY hour
