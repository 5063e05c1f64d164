/* How many purchases there are to a hundred rents, by category of film.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: streaming */
SELECT coalesce(category_name, 'unknown') AS category_name,
    CAST(100.00 * count_if(eventtype = 'buy') / nullif(count_if(eventtype = 'rent'), 0) AS decimal(18,2)) AS purchases_per_100_rents,
    count_if(eventtype = 'rent') AS rents,
    count_if(eventtype = 'buy') AS purchases
FROM streaming_films
WHERE CAST(substr("timestamp", 1, 10) AS date) BETWEEN :period_from AND :period_to
GROUP BY coalesce(category_name, 'unknown')
ORDER BY purchases_per_100_rents DESC, category_name
