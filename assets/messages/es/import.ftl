# Por qué no se ha podido leer nada de un archivo y qué hacer.
import-missing = No existe el archivo { $file }. Comprueba el nombre y la carpeta.
import-denied = No se puede abrir { $file }: el sistema no lo permite. Ciérralo en otros programas o pide acceso.
import-folder = { $file } es una carpeta. Elige los archivos exportados que contiene.
import-no-bytes = { $file } está vacío. Vuelve a descargarlo.
import-not-a-table = { $file } no es un libro de Excel ni un archivo CSV. Expórtalo como Excel o CSV.
import-protected = { $file } está protegido con contraseña. Ábrelo en Excel, guárdalo sin contraseña e impórtalo.
import-damaged = No se puede leer { $file }: parece dañado ({ $detail }). Ábrelo en Excel y guárdalo de nuevo, o vuelve a descargarlo.
import-empty = Las hojas de { $file } están vacías. Comprueba que has elegido el archivo correcto.
import-headings-only = { $file } tiene encabezados, pero ninguna fila debajo. Comprueba si la exportación estaba filtrada.
import-not-recognised = Ninguna hoja de { $file } tiene encabezados conocidos. Hacen falta, por ejemplo, Nombre, Examen y Fecha, o Cliente, Fecha e Importe.
