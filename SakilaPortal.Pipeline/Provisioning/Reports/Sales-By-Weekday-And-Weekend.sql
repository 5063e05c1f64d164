/* Money taken on weekdays and at weekends, and how much that is a day on which anything was sold.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: sales */
SELECT CASE WHEN d.is_weekend THEN 'weekend' ELSE 'weekday' END AS part_of_week,
    sum(s.amount) AS sales,
    count(*) AS payments,
    count(DISTINCT d.date_key) AS days,
    CAST(sum(s.amount) / count(DISTINCT d.date_key) AS decimal(18,2)) AS sales_a_day
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY d.is_weekend
ORDER BY part_of_week
