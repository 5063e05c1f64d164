/* Money taken in each month, by the day of payment.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: line
   tags: sales */
SELECT format('%d-%02d', d.year, d.month) AS month,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY d.year, d.month
ORDER BY d.year, d.month
