/* Rentals that should be back by now, the longest overdue first.
   chart: table
   tags: rentals */
SELECT r.rental_id,
    f.title,
    c.first_name || ' ' || c.last_name AS customer,
    c.email,
    i.store_id,
    r.rental_date,
    date_add('day', f.rental_duration, r.rental_date) AS due_date,
    date_diff('day', date_add('day', f.rental_duration, r.rental_date), localtimestamp) AS days_overdue
FROM cleanzonedb.rental r
JOIN cleanzonedb.inventory i ON i.inventory_id = r.inventory_id
JOIN cleanzonedb.film f ON f.film_id = i.film_id
JOIN cleanzonedb.customer c ON c.customer_id = r.customer_id
WHERE r.return_date IS NULL AND date_add('day', f.rental_duration, r.rental_date) < localtimestamp
ORDER BY days_overdue DESC, r.rental_id
