-- The number by which a clerk knows a customer.
CREATE TABLE portal.customer_document (
  customer_id SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  document    VARCHAR(32)       NOT NULL,
  UNIQUE KEY by_document (document)
);
