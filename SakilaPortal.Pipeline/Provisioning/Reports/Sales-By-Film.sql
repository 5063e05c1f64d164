/* What each film has brought in, the best-selling first.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bars
   tags: sales */
SELECT s.film_id,
    coalesce(f.title, 'unknown') AS title,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
LEFT JOIN dim_film f ON f.film_id = s.film_id
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY s.film_id, coalesce(f.title, 'unknown')
ORDER BY sales DESC, s.film_id
