-- Rows of fact_sales whose rental or copy has not come yet, so that they are looked at again when it may have.
CREATE TABLE portal.unmatched_sale (
  payment_id BIGINT NOT NULL PRIMARY KEY
);
