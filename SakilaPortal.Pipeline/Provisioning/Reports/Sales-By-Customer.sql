/* What each customer has paid, the best customers first.
   parameter period: date range = 2000-01-01..2099-12-31
   chart: bars
   tags: sales */
SELECT s.customer_id,
    c.full_name AS customer,
    sum(s.amount) AS sales,
    count(*) AS payments
FROM fact_sales s
JOIN dim_date d ON d.date_key = s.payment_date_key
LEFT JOIN dim_customer c ON c.customer_id = s.customer_id
WHERE d."date" BETWEEN :period_from AND :period_to
GROUP BY s.customer_id, c.full_name
ORDER BY sales DESC, s.customer_id
