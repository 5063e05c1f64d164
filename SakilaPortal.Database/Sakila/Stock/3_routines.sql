-- The stock schema's functions and procedures, with its behaviour to the letter.
DELIMITER ;;

-- In stock: no rental of the item without a return date.
CREATE FUNCTION inventory_in_stock(p_inventory_id INT) RETURNS BOOLEAN
READS SQL DATA
RETURN NOT EXISTS (SELECT 1 FROM rental WHERE rental.inventory_id = p_inventory_id AND rental.return_date IS NULL);;

-- Null when nobody has it.
CREATE FUNCTION inventory_held_by_customer(p_inventory_id INT) RETURNS INT
READS SQL DATA
BEGIN
  DECLARE v_customer_id INT;
  DECLARE EXIT HANDLER FOR NOT FOUND RETURN NULL;
  SELECT rental.customer_id INTO v_customer_id
  FROM rental
  WHERE rental.inventory_id = p_inventory_id AND rental.return_date IS NULL;
  RETURN v_customer_id;
END;;

-- Rental fees plus a dollar for each day late, less what was paid, of what began up to the moment; an open rental is not late yet.
CREATE FUNCTION get_customer_balance(p_customer_id INT, p_effective_date DATETIME) RETURNS DECIMAL(5, 2)
DETERMINISTIC READS SQL DATA
BEGIN
  DECLARE v_fees DECIMAL(5, 2);
  DECLARE v_late INT;
  DECLARE v_paid DECIMAL(5, 2);

  SELECT IFNULL(SUM(film.rental_rate), 0),
         IFNULL(SUM(GREATEST(IFNULL(TO_DAYS(rental.return_date) - TO_DAYS(rental.rental_date) - CAST(film.rental_duration AS SIGNED), 0), 0)), 0)
  INTO v_fees, v_late
  FROM rental
  JOIN inventory ON inventory.inventory_id = rental.inventory_id
  JOIN film ON film.film_id = inventory.film_id
  WHERE rental.customer_id = p_customer_id AND rental.rental_date <= p_effective_date;

  SELECT IFNULL(SUM(payment.amount), 0) INTO v_paid
  FROM payment
  WHERE payment.customer_id = p_customer_id AND payment.payment_date <= p_effective_date;

  RETURN v_fees + v_late - v_paid;
END;;

CREATE PROCEDURE film_in_stock(IN p_film_id INT, IN p_store_id INT, OUT p_film_count INT)
READS SQL DATA
BEGIN
  SELECT inventory_id
  FROM inventory
  WHERE film_id = p_film_id AND store_id = p_store_id AND inventory_in_stock(inventory_id);

  SELECT COUNT(*) INTO p_film_count
  FROM inventory
  WHERE film_id = p_film_id AND store_id = p_store_id AND inventory_in_stock(inventory_id);
END;;

CREATE PROCEDURE film_not_in_stock(IN p_film_id INT, IN p_store_id INT, OUT p_film_count INT)
READS SQL DATA
BEGIN
  SELECT inventory_id
  FROM inventory
  WHERE film_id = p_film_id AND store_id = p_store_id AND NOT inventory_in_stock(inventory_id);

  SELECT COUNT(*) INTO p_film_count
  FROM inventory
  WHERE film_id = p_film_id AND store_id = p_store_id AND NOT inventory_in_stock(inventory_id);
END;;

-- Customers with more than so many payments, and more than so many dollars, in the calendar month before this one.
CREATE PROCEDURE rewards_report(
  IN min_monthly_purchases TINYINT UNSIGNED, IN min_dollar_amount_purchased DECIMAL(10, 2), OUT count_rewardees INT)
READS SQL DATA
COMMENT 'Provides a customizable report on best customers'
report: BEGIN
  DECLARE month_start DATE DEFAULT DATE_FORMAT(CURRENT_DATE - INTERVAL 1 MONTH, '%Y-%m-01');

  IF min_monthly_purchases = 0 THEN
    SELECT 'Minimum monthly purchases parameter must be > 0';
    LEAVE report;
  END IF;
  IF min_dollar_amount_purchased = 0.00 THEN
    SELECT 'Minimum monthly dollar amount purchased parameter must be > $0.00';
    LEAVE report;
  END IF;

  CREATE TEMPORARY TABLE tmpCustomer (customer_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY);

  INSERT INTO tmpCustomer (customer_id)
  SELECT payment.customer_id
  FROM payment
  WHERE payment.payment_date >= month_start AND payment.payment_date < month_start + INTERVAL 1 MONTH
  GROUP BY payment.customer_id
  HAVING SUM(payment.amount) > min_dollar_amount_purchased AND COUNT(*) > min_monthly_purchases;

  SELECT COUNT(*) INTO count_rewardees FROM tmpCustomer;
  SELECT customer.* FROM tmpCustomer JOIN customer ON customer.customer_id = tmpCustomer.customer_id;

  DROP TABLE tmpCustomer;
END;;

DELIMITER ;
