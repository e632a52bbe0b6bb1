# Lo que dice el programa sin ventana.

# El resultado como texto
text-about = edición { $edition } · { $market ->
    [developing] mercado en desarrollo
   *[other] mercado desarrollado
} · a { $date }
text-any-of = Cualquiera de estos requisitos
text-revenue = Ingresos: { $amount }, { $sales ->
    [one] 1 venta
   *[other] { $sales } ventas
} del { $from } al { $to }
text-seats = { $role }, { $seats ->
    [one] 1 plaza
   *[other] { $seats } plazas
}
text-sales = { $counted ->
    [one] Cuenta 1 venta
   *[other] Cuentan { $counted } ventas
}, { $left ->
    [0] no se descarta ninguna
    [one] 1 no cuenta
   *[other] { $left } no cuentan
}
text-next = A continuación, cualquiera de estos
text-findings = Conviene revisar
text-files = Archivos
text-file = { $file }: { $rows ->
    [one] 1 fila leída
   *[other] { $rows } filas leídas
}, { $taken ->
    [one] 1 aceptada
   *[other] { $taken } aceptadas
}, { $left ->
    [one] 1 excluida
   *[other] { $left } excluidas
}

# Fallos
failed-rulebook-unknown = No hay ningún reglamento incluido { $name } ni un archivo con ese nombre. Están incluidos: { $known }
failed-for-a-window = WORKSPACE.touchstone, --sample y --renderer abren la ventana: no los pongas antes de un subcomando.
failed-rulebook-unreadable = No se puede leer el reglamento { $name } ({ $detail }).
failed-rulebook-faulty = El reglamento { $name } tiene errores:
failed-no-display = Aquí no se puede abrir una ventana ({ $detail }). Esta es la preparación del ejemplo como texto.
failed-window = Aquí no se puede abrir una ventana ({ $detail }). Sin pantalla, usa: touchstone evaluate ARCHIVO…
failed-renderer = Esta versión de Touchstone no puede pintar con { $name }. Puede con: { $known }
failed-pdf = No se puede crear el resumen ({ $detail }).
failed-print-no-system = Este ordenador no tiene un sistema de impresión que Touchstone conozca (CUPS). Escribe el resumen con --pdf e imprime ese archivo.
failed-print-refused = El sistema de impresión dice «{ $words }». lpstat -e da los nombres de las impresoras; o escribe el resumen con --pdf e imprime ese archivo.
failed-workbook = No se puede crear el libro de Excel ({ $detail }).
sample-written = { $file } escrito

# El reglamento como texto
rulebook-edition = { $id }, edición { $edition }, en vigor desde el { $date }
rulebook-source = Fuente
rulebook-market-threshold = { $market ->
    [developing] Mercados en desarrollo
   *[other] Mercados desarrollados
}: { $money }
rulebook-revenue = { $net-new ->
    [yes] Nuevos ingresos netos en los últimos { $months } meses, como mínimo
   *[no] Ingresos en los últimos { $months } meses, como mínimo
}
rulebook-products = de { $products }
rulebook-associations = con clientes de los que el partner es { $associations }
rulebook-seats = { $seats ->
    [one] 1 persona: { $role }
   *[other] { $seats } personas: { $role }
}
rulebook-people-again = y, las mismas personas u otras,
rulebook-clause = uno de
rulebook-clause-only = este examen
rulebook-accepted-until = se acepta hasta el { $date }

# Errores en un archivo de reglamento
fault-not-json = Esto no es JSON: { $value }
fault-wrong-schema = El número de esquema debe ser 1, no { $value }.
fault-missing = Falta «{ $value }».
fault-unknown-name = «{ $value }» no significa nada aquí. Comprueba cómo está escrito.
fault-twice = «{ $value }» aparece aquí dos veces.
fault-wrong-kind = Este valor no es del tipo que corresponde aquí: { $value }
fault-not-a-date = «{ $value }» no es una fecha como 2017-06-27.
fault-not-an-amount = «{ $value }» no es un importe con su moneda, como 100000 USD.
fault-not-a-count = { $value } no es un número entero entre 1 y 1200.
fault-empty-list = Aquí hace falta al menos un elemento.
fault-unknown-exam = El examen «{ $value }» no está entre los exámenes.
fault-unknown-product = El producto «{ $value }» no está entre los productos.
fault-unknown-association = La asociación «{ $value }» no está entre las asociaciones.
fault-unknown-level = «{ $value }» no es un nivel. Existen silver y gold.
fault-unknown-requirement = «{ $value }» no es un tipo de requisito. Existen revenue, roster y any-of.
fault-unknown-market = «{ $value }» no es un mercado. Existen developed y developing.
fault-too-many-exams = { $value } exámenes son demasiados; el máximo es 128.
fault-too-many-ways = Este rol se puede cubrir de { $value } maneras; el máximo es 4096.
fault-too-many-seats = { $value } plazas son demasiadas; el máximo es 200.

# Ayuda de la línea de órdenes
help-touchstone = Dice a una empresa partner, a partir de sus propias hojas de cálculo, si ha alcanzado Silver o Gold y qué le falta. Sin orden, se abre la ventana.
help-evaluate = Evaluar exportaciones sin ventana
help-rulebooks = Enumerar los reglamentos incluidos
help-rulebook = Mostrar un reglamento; si es un archivo, comprobarlo
help-sample = Escribir las exportaciones de ejemplo en una carpeta
help-option-workspace = El área de trabajo que abre la ventana
help-option-sample = Abrir la ventana con la empresa de ejemplo
help-option-renderer = Con qué se pinta la ventana [por defecto: lo primero que funcione]
help-option-lang = Idioma de todo lo que se dice [por defecto: el del sistema]
help-option-files = Exportaciones: xlsx, xlsm, xlsb, xls, ods, csv, tsv o txt; o un área de trabajo
help-option-rulebook = Qué reglas [por defecto: cloud-crm, la edición en vigor ese día]
help-option-market = Qué umbral [por defecto: developed]
help-option-as-of = El día para el que se evalúa [por defecto: hoy]
help-option-window = Cómo se cortan los últimos doce meses [por defecto: rolling]
help-option-assume-associated = Contar como asociadas las ventas de archivos sin columna de asociación
help-option-rate = Dólares estadounidenses por una unidad de una moneda; se puede repetir
help-option-require = Terminar con estado 3 si no se alcanza ese nivel
help-option-format = Cómo mostrar el resultado: text o json
help-option-pdf = Escribir ahí también el resumen de preparación
help-option-paper = El papel del resumen: a4 o letter
help-option-print = Imprimir también el resumen de preparación en esa impresora de CUPS, con el nombre que da lpstat -e
help-option-parts = Imprimir solo estas partes: verdicts, revenue, checklist, next, risks, assumed, proof, sources, findings
help-option-page-of = Imprimir la página de esta persona en lugar del resumen
help-option-xlsx = Escribir ahí también el resultado como libro de Excel
help-option-csv = Escribir también sus tablas como archivos CSV en esa carpeta
help-option-csv-style = Cómo separan los campos: comma, con punto decimal, o semicolon, con coma decimal [por defecto: semicolon; comma en inglés]
help-option-ics = Escribir ahí también las fechas que recordar, como archivo de calendario
help-option-name = Un reglamento incluido o un archivo de reglamento
help-option-folder = La carpeta; si no existe, se crea
fault-too-many-roles = { $value } roles son demasiados; el máximo es 16.

# Qué pasaría si, en la línea de órdenes
failed-unknown-person = En estos archivos nadie se llama { $name }, o hay más de una persona. Usa el MCP ID o el correo.
failed-unknown-exam = Estas reglas no nombran el examen { $name }. Usa su código, como MB2-714.
failed-unknown-role = Estas reglas no tienen ningún rol { $name }. `touchstone evaluate --format json` muestra los identificadores de los roles.
help-option-assume = Qué pasaría si esa persona hubiera aprobado ese examen; se puede repetir
help-option-assume-left = Qué pasaría si esa persona se hubiera ido; se puede repetir
help-option-assume-sold = Qué pasaría si ese día se hubiera vendido eso, en dólares estadounidenses; se puede repetir
help-option-pin = Esa persona debe ocupar una plaza de ese rol; se puede repetir
help-option-keep-out = Esa persona no debe ocupar ninguna plaza; se puede repetir
text-assumptions = Supuesto, no leído de ningún archivo

# Elecciones sobre los archivos, en la línea de órdenes
help-inspect = Muestra qué se entiende de un archivo
help-option-file = Un archivo exportado: xlsx, xlsm, xlsb, xls, ods, csv, tsv o txt
help-option-map = Qué columna contiene un dato; se puede repetir
help-option-sheet = La única hoja que se importa
help-option-header-row = La fila de los encabezados
help-option-date-order = El orden de día, mes y año, cuando las fechas se pueden leer de dos maneras
help-option-decimal = El signo decimal, cuando los importes se pueden leer de dos maneras
help-option-amounts = Si cada importe es el de su fila o incluye los anteriores
help-option-person = De quién son las credenciales cuando las filas no nombran a nadie
help-option-year = El año del primer mes, si los meses no lo dicen
help-option-encoding = La codificación de los archivos de texto, como windows-1252 o cp850
help-option-password = La contraseña de los libros protegidos
help-option-kind = Qué contienen las hojas, cuando hay duda
help-option-left-out = Escribe además ahí las filas excluidas, en un libro para corregirlas e importarlas de nuevo
failed-unmet-sheet = Ninguna hoja se llama «{ $value }».
failed-unmet-heading-row = La fila { $value } está vacía en todas las hojas.
failed-unmet-column = Ninguna tabla tiene una columna «{ $value }».
