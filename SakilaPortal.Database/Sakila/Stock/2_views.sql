-- The stock schema's views. Unlike there, GROUP BY names every plain column, so that MariaDB, which does not infer that a key
-- determines its row, reads them under ONLY_FULL_GROUP_BY too.

CREATE OR REPLACE VIEW customer_list AS
SELECT customer.customer_id AS ID,
       CONCAT(customer.first_name, ' ', customer.last_name) AS name,
       address.address AS address,
       address.postal_code AS `zip code`,
       address.phone AS phone,
       city.city AS city,
       country.country AS country,
       IF(customer.active, 'active', '') AS notes,
       customer.store_id AS SID
FROM customer
JOIN address ON address.address_id = customer.address_id
JOIN city ON city.city_id = address.city_id
JOIN country ON country.country_id = city.country_id;

CREATE OR REPLACE VIEW staff_list AS
SELECT staff.staff_id AS ID,
       CONCAT(staff.first_name, ' ', staff.last_name) AS name,
       address.address AS address,
       address.postal_code AS `zip code`,
       address.phone AS phone,
       city.city AS city,
       country.country AS country,
       staff.store_id AS SID
FROM staff
JOIN address ON address.address_id = staff.address_id
JOIN city ON city.city_id = address.city_id
JOIN country ON country.country_id = city.country_id;

CREATE OR REPLACE VIEW film_list AS
SELECT film.film_id AS FID,
       film.title AS title,
       film.description AS description,
       category.name AS category,
       film.rental_rate AS price,
       film.length AS length,
       film.rating AS rating,
       GROUP_CONCAT(CONCAT(actor.first_name, ' ', actor.last_name) SEPARATOR ', ') AS actors
FROM film
LEFT JOIN film_category ON film_category.film_id = film.film_id
LEFT JOIN category ON category.category_id = film_category.category_id
LEFT JOIN film_actor ON film_actor.film_id = film.film_id
LEFT JOIN actor ON actor.actor_id = film_actor.actor_id
GROUP BY film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

CREATE OR REPLACE VIEW nicer_but_slower_film_list AS
SELECT film.film_id AS FID,
       film.title AS title,
       film.description AS description,
       category.name AS category,
       film.rental_rate AS price,
       film.length AS length,
       film.rating AS rating,
       GROUP_CONCAT(CONCAT(
           UPPER(LEFT(actor.first_name, 1)), LOWER(SUBSTRING(actor.first_name, 2)), ' ',
           UPPER(LEFT(actor.last_name, 1)), LOWER(SUBSTRING(actor.last_name, 2))) SEPARATOR ', ') AS actors
FROM film
LEFT JOIN film_category ON film_category.film_id = film.film_id
LEFT JOIN category ON category.category_id = film_category.category_id
LEFT JOIN film_actor ON film_actor.film_id = film.film_id
LEFT JOIN actor ON actor.actor_id = film_actor.actor_id
GROUP BY film.film_id, film.title, film.description, category.name, film.rental_rate, film.length, film.rating;

CREATE OR REPLACE VIEW sales_by_store AS
SELECT CONCAT(city.city, ',', country.country) AS store,
       CONCAT(staff.first_name, ' ', staff.last_name) AS manager,
       SUM(payment.amount) AS total_sales
FROM payment
JOIN rental ON rental.rental_id = payment.rental_id
JOIN inventory ON inventory.inventory_id = rental.inventory_id
JOIN store ON store.store_id = inventory.store_id
JOIN address ON address.address_id = store.address_id
JOIN city ON city.city_id = address.city_id
JOIN country ON country.country_id = city.country_id
JOIN staff ON staff.staff_id = store.manager_staff_id
GROUP BY store.store_id, city.city, country.country, staff.first_name, staff.last_name
ORDER BY country.country, city.city;

-- A film of two categories is counted in both.
CREATE OR REPLACE VIEW sales_by_film_category AS
SELECT category.name AS category,
       SUM(payment.amount) AS total_sales
FROM payment
JOIN rental ON rental.rental_id = payment.rental_id
JOIN inventory ON inventory.inventory_id = rental.inventory_id
JOIN film_category ON film_category.film_id = inventory.film_id
JOIN category ON category.category_id = film_category.category_id
GROUP BY category.name
ORDER BY total_sales DESC;

-- "Comedy: A, B; Drama: C" for each actor, titles and categories in the order of the alphabet.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW actor_info AS
SELECT actor.actor_id,
       actor.first_name,
       actor.last_name,
       GROUP_CONCAT(DISTINCT CONCAT(category.name, ': ', (
           SELECT GROUP_CONCAT(film.title ORDER BY film.title SEPARATOR ', ')
           FROM film
           JOIN film_category AS of_category ON of_category.film_id = film.film_id
           JOIN film_actor AS of_actor ON of_actor.film_id = film.film_id
           WHERE of_category.category_id = category.category_id AND of_actor.actor_id = actor.actor_id
       )) ORDER BY category.name SEPARATOR '; ') AS film_info
FROM actor
LEFT JOIN film_actor ON film_actor.actor_id = actor.actor_id
LEFT JOIN film_category ON film_category.film_id = film_actor.film_id
LEFT JOIN category ON category.category_id = film_category.category_id
GROUP BY actor.actor_id, actor.first_name, actor.last_name;
