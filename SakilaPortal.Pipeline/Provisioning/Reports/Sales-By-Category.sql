/* Money taken by films of each category. A film of several categories counts for the first of them, so that the sum is right.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: sales */
SELECT coalesce(f.category_name, 'unknown') AS category,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
LEFT JOIN dim_film f ON f.film_id = s.film_id
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY coalesce(f.category_name, 'unknown')
ORDER BY sales DESC, category
