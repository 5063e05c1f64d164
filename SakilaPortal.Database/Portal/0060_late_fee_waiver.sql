-- Late fees that a clerk let go. Sakila knows only payments, which are money; so what is owed is get_customer_balance less these.
CREATE TABLE portal.late_fee_waiver (
  rental_id INT           NOT NULL PRIMARY KEY,
  amount    DECIMAL(7, 2) NOT NULL,
  reason    VARCHAR(1000) NOT NULL,
  waived_by VARCHAR(64)   NOT NULL,
  waived_at DATETIME(3)   NOT NULL
);
