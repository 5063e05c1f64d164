/* Money taken on the federal holidays of the United States, beside all other days.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: sales */
SELECT coalesce(d.holiday_name, 'no holiday') AS holiday,
    sum(s.amount) AS sales,
    count(*) AS payments,
    count(DISTINCT d.date_key) AS days,
    CAST(sum(s.amount) / count(DISTINCT d.date_key) AS decimal(18,2)) AS sales_a_day
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY coalesce(d.holiday_name, 'no holiday')
ORDER BY sales DESC, holiday
