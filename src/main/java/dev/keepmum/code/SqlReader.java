package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Reads SQL for what reaches outside of the database, with the dot and backslash commands of
 * sqlite3, duckdb, psql and mysql: files, programs, variables. What tables hold is not known; a
 * file that is imported shows where a query prints a table.
 *
 * <p>Sources: <a href="https://www.sqlite.org/cli.html">sqlite3</a>, <a
 * href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>, <a
 * href="https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html">mysql</a>, <a
 * href="https://duckdb.org/docs/stable/clients/cli/dot_commands">duckdb</a>.
 */
public final class SqlReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return new SqlScript(text).effects();
  }
}
