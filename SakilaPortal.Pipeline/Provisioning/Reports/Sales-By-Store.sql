/* Money taken by each store, counted for the store that owns the film's copy.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: pie
   tags: sales */
SELECT coalesce(t.store_name, 'unknown') AS store,
    s.store_id,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
LEFT JOIN dim_store t ON t.store_id = s.store_id
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY t.store_name, s.store_id
ORDER BY sales DESC, s.store_id
