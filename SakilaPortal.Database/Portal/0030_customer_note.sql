-- What clerks want the next clerk to know about a customer.
CREATE TABLE portal.customer_note (
  note_id     INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id SMALLINT UNSIGNED NOT NULL,
  text        VARCHAR(1000) NOT NULL,
  created_by  VARCHAR(64)  NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  changed_by  VARCHAR(64)  NULL,
  changed_at  DATETIME(3)  NULL,
  KEY by_customer (customer_id)
);
