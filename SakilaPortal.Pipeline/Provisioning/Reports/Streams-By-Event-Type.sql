/* How often films are rented, bought, or only looked at in a trailer.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: pie
   tags: streaming */
SELECT eventtype,
    count(*) AS streams,
    CAST(100.00 * count(*) / sum(count(*)) OVER () AS decimal(5,2)) AS percent
FROM streaming_films
WHERE CAST(substr("timestamp", 1, 10) AS date) BETWEEN :period_from AND :period_to
GROUP BY eventtype
ORDER BY streams DESC, eventtype
