CREATE SEQUENCE "number_absence";

-- Who is away is part of what every gesture knows of the firm: an absence that begins or ends makes the firm be read again.
CREATE FUNCTION steward_absence_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE directory SET revision = revision + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER absence_changed AFTER INSERT OR UPDATE ON record
  FOR EACH ROW WHEN (NEW.kind = 'absence') EXECUTE FUNCTION steward_absence_changed();
