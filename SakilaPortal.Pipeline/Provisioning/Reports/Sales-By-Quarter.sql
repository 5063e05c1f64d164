/* Money taken in each quarter of the calendar year, by the day of payment.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bar
   tags: sales */
SELECT format('%d Q%d', d.year, d.quarter) AS quarter,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY d.year, d.quarter
ORDER BY d.year, d.quarter
