# Por qué no se ha podido leer nada de un archivo y qué hacer.
import-missing = No existe el archivo { $file }. Comprueba el nombre y la carpeta.
import-denied = No se puede abrir { $file }: el sistema no lo permite. Pide acceso o copia el archivo en una carpeta tuya.
import-locked = { $file } está en uso. Ciérralo en Excel o donde esté abierto e inténtalo de nuevo.
import-vanished = La lectura de { $file } se ha cortado: el archivo o su unidad han dejado de estar disponibles. Copia el archivo en este equipo e importa la copia.
import-folder = { $file } es una carpeta. Elige los archivos exportados que contiene.
import-lock-file = { $file } solo indica que un libro está abierto en algún sitio. Elige el propio libro: el archivo cuyo nombre no empieza por ~.
import-no-bytes = { $file } está vacío. Vuelve a descargarlo.
import-not-a-table = { $file } no es un libro de Excel ni un archivo CSV. Expórtalo como Excel o CSV.
import-picture = { $file } es una imagen, diga lo que diga su nombre. Exporta la propia tabla como Excel o CSV.
import-pdf = { $file } es un PDF. Exporta como Excel o CSV la tabla que muestra.
import-document = { $file } es un documento de texto o una presentación. Copia su tabla en Excel, guárdala e impórtala.
import-web-page = { $file } es una página web sin tablas. Puede que solo diga que hay que iniciar sesión: ábrela en un navegador y vuelve a exportar como Excel o CSV.
import-protected = { $file } está protegido con contraseña. Escríbela aquí, o guarda el archivo en Excel sin contraseña e impórtalo.
import-wrong-password = Esa no es la contraseña de { $file }. Inténtalo de nuevo; distingue mayúsculas y minúsculas.
import-damaged-cut-short = { $file } termina antes de tiempo, como cuando se corta una descarga. Vuelve a descargarlo.
import-damaged-broken = No se puede leer { $file }: parece dañado. Ábrelo en Excel y guárdalo de nuevo, o vuelve a descargarlo. ({ $detail })
import-damaged-open-quote = No se puede leer { $file } desde la fila { $row }: hay demasiadas comillas sin pareja. Corrige esa fila o vuelve a exportar el archivo.
import-damaged-too-many-cells = { $file } indica más celdas de las que caben en una hoja: parece dañado. Ábrelo en Excel y guárdalo de nuevo, o vuelve a descargarlo.
import-empty = Las hojas de { $file } están vacías. Comprueba que has elegido el archivo correcto.
import-headings-only = { $file } tiene encabezados, pero ninguna fila debajo. Comprueba si la exportación estaba filtrada.
import-cancelled = Se ha detenido la lectura de { $file }.
import-no-reader = No se puede leer { $file }: el programa no ha podido iniciar un proceso para ello ({ $detail }). Inténtalo de nuevo.
import-too-much-memory = No se puede leer { $file } porque necesita más memoria de la permitida. Ábrelo en Excel, deja solo las filas y columnas que hagan falta y guárdalo de nuevo.
import-too-slow = No se puede leer { $file } porque no ha dado nada en un minuto. Ábrelo en Excel y guárdalo de nuevo, o guarda la hoja como CSV.
import-too-large = No se puede leer { $file } porque contiene más que cualquier libro. Vuelve a descargarlo.
import-broke = No se puede leer { $file } porque la lectura ha fallado. Puede estar dañado: ábrelo en Excel y guárdalo de nuevo, o guarda la hoja como CSV.
import-only-totals = { $file } solo tiene totales, no las filas que suman. Importa la exportación que tiene una fila por cliente.
import-doubtful = { $file } puede ser otra cosa, como un extracto bancario. Indica qué contiene en la página de importación, o con --kind.
import-no-records = No se ha podido leer ninguna fila de { $file }. «touchstone inspect» muestra por qué.
import-not-recognised = Ninguna hoja de { $file } tiene encabezados conocidos. Hacen falta, por ejemplo, Nombre, Examen y Fecha, o Cliente, Fecha e Importe.

# Qué se ha entendido de un archivo
format-xlsx = Libro de Excel (xlsx)
format-xlsb = Libro binario de Excel (xlsb)
format-xls = Libro de Excel 97-2003 (xls)
format-ods = Libro de LibreOffice (ods)
format-html = Página web con tablas
format-spreadsheetml = Libro XML de Excel 2003
format-text = Tabla en texto
inspect-encoding = Codificación { $encoding }
inspect-encoding-guessed = Codificación { $encoding }, supuesta
inspect-delimiter = Celdas separadas por { $delimiter }
inspect-tab = tabulaciones
inspect-rows = { $rows ->
    [one] 1 fila con contenido
   *[other] { $rows } filas con contenido
}
inspect-hidden = oculta
inspect-no-table = Ninguna tabla que diga quién aprobó qué o qué se vendió
inspect-credentials = Credenciales
inspect-sales = Ventas
shape-row-each = una fila por cada una
shape-exams-across = una fila por persona y una columna por examen
shape-people-across = una fila por examen y una columna por persona
shape-months-across = una fila por cliente y una columna por mes
shape-totals = sumas de filas que están en otro sitio
inspect-headings = encabezados en la fila { $rows }
inspect-no-headings = sin encabezados
inspect-unused = no se usa
inspect-tally = { $rows ->
    [one] 1 fila leída
   *[other] { $rows } filas leídas
}, { $taken ->
    [one] 1 incluida
   *[other] { $taken } incluidas
}, { $left ->
    [one] 1 excluida
   *[other] { $left } excluidas
}
inspect-questions = Solo tú lo sabes
certainty-chosen = elegido
certainty-heading = por su encabezado
certainty-content = por su contenido
question-date-order = ¿El primer número de { $value } es el día o el mes? (columna «{ $column }»)
question-decimal-sign = ¿{ $value } es más de mil? (columna «{ $column }»)
question-running-total = ¿Cada importe de «{ $column }» incluye los anteriores?
question-person = ¿De quién son estas credenciales? Las filas no nombran a nadie.
question-year = ¿De qué año es el mes «{ $value }»?
question-kind = ¿Contiene esta tabla ventas, o quién ha aprobado qué? Puede que sea otra cosa.
question-needed = ¿En qué columna está esto: { $field }?

# Qué contiene una columna
field-company = Empresa partner
field-month = Mes
field-mcp-id = MCP ID
field-user-key = Clave de usuario
field-given-name = Nombre de pila
field-name = Nombre
field-surname = Apellidos
field-second-surname = Segundo apellido
field-office-email = Correo de empresa
field-email = Correo electrónico
field-exam-code = Código de examen
field-exam = Examen
field-passed = Aprobado el
field-expires = Válido hasta
field-result = Resultado
field-score = Puntuación
field-exam-mark = Aprobados de un examen
field-person-mark = Aprobados de una persona
field-date = Fecha
field-year = Año
field-customer = Cliente
field-product = Producto
field-sku = Código de producto
field-amount = Importe
field-currency = Moneda
field-association = Asociación
field-partner-of-record = Socio de registro
field-renewal = Alta o renovación
field-duplicate = Repite otra fila
field-month-amount = Importes de un mes
