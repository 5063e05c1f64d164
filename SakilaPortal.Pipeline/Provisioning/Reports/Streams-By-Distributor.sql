/* What is streamed through each distributor: rents, purchases and trailers.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: streaming */
SELECT distributor,
    count(*) AS streams,
    count_if(eventtype = 'rent') AS rents,
    count_if(eventtype = 'buy') AS purchases,
    count_if(eventtype = 'trailer') AS trailers
FROM streaming_films
WHERE CAST(substr("timestamp", 1, 10) AS date) BETWEEN :period_from AND :period_to
GROUP BY distributor
ORDER BY streams DESC, distributor
