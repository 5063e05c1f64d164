-- The stock schema's triggers: three keep film_text beside film, three set a new row's date to the present, whatever was given.
DELIMITER ;;

CREATE TRIGGER ins_film AFTER INSERT ON film FOR EACH ROW
INSERT INTO film_text (film_id, title, description) VALUES (NEW.film_id, NEW.title, NEW.description);;

-- As in the stock schema, a description that comes from or goes to NULL alone is no change.
CREATE TRIGGER upd_film AFTER UPDATE ON film FOR EACH ROW
BEGIN
  IF OLD.film_id <> NEW.film_id OR OLD.title <> NEW.title OR OLD.description <> NEW.description THEN
    UPDATE film_text
    SET film_id = NEW.film_id, title = NEW.title, description = NEW.description
    WHERE film_id = OLD.film_id;
  END IF;
END;;

CREATE TRIGGER del_film AFTER DELETE ON film FOR EACH ROW
DELETE FROM film_text WHERE film_id = OLD.film_id;;

CREATE TRIGGER customer_create_date BEFORE INSERT ON customer FOR EACH ROW
SET NEW.create_date = NOW();;

CREATE TRIGGER payment_date BEFORE INSERT ON payment FOR EACH ROW
SET NEW.payment_date = NOW();;

CREATE TRIGGER rental_date BEFORE INSERT ON rental FOR EACH ROW
SET NEW.rental_date = NOW();;

DELIMITER ;
